# Two people changed one record.
conflict-title = Somebody was quicker
conflict-lead = Nothing was overwritten, and what you wrote is kept below. Where the two differ, choose which to take; what you left as it was is set to the newer text.
conflict-by = Changed by { $who } on { $when }.
conflict-both = Both versions, field by field
conflict-theirs = As it stands now
conflict-mine = As you wrote it
conflict-empty = empty
conflict-save = Save what is chosen
conflict-mend = Put it into the form and go on writing
conflict-leave = Leave it as it stands now
