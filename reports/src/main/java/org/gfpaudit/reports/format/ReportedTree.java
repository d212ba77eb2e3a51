package org.gfpaudit.reports.format;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a report may ask of the tree that was audited.
 *
 * @param name what people call it
 * @param sources the texts of its files
 * @param subsystemOf the name of the subsystem a file belongs to
 * @param stand where it lies
 * @param urls where its code can be read in a browser
 * @param isScope whether a word of its code has to do with task scopes
 */
public record ReportedTree(
    String name,
    SourceLookup sources,
    UnaryOperator<String> subsystemOf,
    Standpoint stand,
    SourceUrl urls,
    Predicate<String> isScope) {}
