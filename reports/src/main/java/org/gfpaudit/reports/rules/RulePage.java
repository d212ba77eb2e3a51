package org.gfpaudit.reports.rules;

import org.gfpaudit.rules.finding.Level;

/**
 * What a person reads about a rule.
 *
 * @param title one line without a period
 * @param level the level of its findings where nothing lowers it
 * @param text paragraphs and examples, lines ending in line feeds
 */
public record RulePage(String id, String title, Level level, String text) {}
