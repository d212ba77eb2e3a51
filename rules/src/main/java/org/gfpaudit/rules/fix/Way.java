package org.gfpaudit.rules.fix;

/**
 * What a strategy says of a finding before anything is proven.
 *
 * @param isOffered whether the strategy has a change for it
 * @param text the change in short, or the reason why there is none
 */
public record Way(StrategyName strategy, boolean isOffered, String text) {}
