"""What a sight hands to outputs: all that a page holds, and files of other programs."""
