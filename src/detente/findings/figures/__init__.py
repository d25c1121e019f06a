"""What figures draw: one kind a file, each a ``Spec`` in numbers and words; outputs decide how."""
