"""Terms to scored sentences."""
