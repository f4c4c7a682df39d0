package org.jiugai.ballot;

import org.springframework.stereotype.Component;

/** The rows of a vote together. */
@Component
record VoteFile(VoteRounds rounds, Roll roll, Ballots ballots, Counts counts) {}
