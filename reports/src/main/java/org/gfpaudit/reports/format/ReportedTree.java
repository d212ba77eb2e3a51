package org.gfpaudit.reports.format;

import java.util.function.UnaryOperator;

/**
 * What a report may ask of the tree that was audited.
 *
 * @param name what people call it
 * @param subsystemOf the name of the subsystem a file belongs to
 * @param stand where it lies
 */
public record ReportedTree(
    String name, SourceLookup sources, UnaryOperator<String> subsystemOf, Standpoint stand) {}
