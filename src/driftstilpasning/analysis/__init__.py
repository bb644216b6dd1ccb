"""Pure functions from a portfolio to result records."""
