"""Speed and memory of Musnad, measured beside a plain baseline in the same run."""
