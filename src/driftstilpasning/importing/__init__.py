"""Measures from tables: a workbook, a form, somebody else's list."""
