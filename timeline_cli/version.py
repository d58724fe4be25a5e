"""The version of the package.

Owns: that text, which the build reads. Does not: import anything.
"""

__version__ = "0.1.0"
