"""What the commands do, one module each: the shells around runner, show, evaluate, train and annotate.

A module is named like its command (`run` has those of the stages, too). They open files and print; what they print and
compute is made elsewhere.
"""
