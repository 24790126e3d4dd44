"""Templates of a site: ``base`` puts our pages into its own, ``blocks`` adds to every block."""
