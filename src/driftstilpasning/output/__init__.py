"""From values to text and bytes: terminal, workbook, tables, JSON."""
