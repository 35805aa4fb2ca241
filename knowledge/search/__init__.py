"""Terms to scored sentences: immutable segments on disk, and the index over all of them."""
