"""Documents with layout to articles, each kind by a library, in a process that can be ended."""
