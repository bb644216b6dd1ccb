"""What a portfolio is: pure values, no files and no positions."""
