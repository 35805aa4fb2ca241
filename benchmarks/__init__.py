"""Speed and memory, beside others in the same run. They are for people to read: no test depends on them."""
