package org.gfpaudit.analyzer.locks;

import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.rules.finding.LockMode;

/**
 * A call that takes a lock, and sleeps until it has it, or gives one back.
 *
 * @param at the call
 * @param isTaken whether it takes the lock; else it gives it back
 */
public record Acquisition(CallSite at, boolean isTaken, LockRef lock, LockMode mode) {}
