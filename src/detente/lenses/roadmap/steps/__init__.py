"""The steps on the paths: a picture of the whole road, and a row for each."""
