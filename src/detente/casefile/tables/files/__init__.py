"""What tables stand in: workbooks, and text in several encodings."""
