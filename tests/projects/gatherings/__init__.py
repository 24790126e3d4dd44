"""A site whose page types are nothing but the mixins, with a host model of its own."""
