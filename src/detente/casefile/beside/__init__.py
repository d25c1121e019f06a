"""What lies beside a case: texts of its sources, and outlines of countries for its map."""
