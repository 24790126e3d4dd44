"""The floor: the same pages by the most direct code, to measure the package against."""
