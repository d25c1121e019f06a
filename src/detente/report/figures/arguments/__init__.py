"""What is concluded, from what: points in rows, joined by lines at their left."""
