/**
 * The audit table for programs: one header line, then one line per row, sorted by file, line and
 * column.
 *
 * <p>Columns: {@code
 * kind,file,line,column,function,sink,mask,mapping,verdict,condition,origins,note}. {@code kind} is
 * {@code site} or {@code origin}; {@code line} and {@code column} are 1-based and those of the
 * called name's token; {@code origins} is {@code file:line} joined by {@code ;}. Fields are quoted
 * as RFC 4180 says, lines end in a line feed. Control characters other than line feeds, which RFC
 * 4180 does not allow in a field, are written as {@code \x1b}.
 */
package org.gfpaudit.reports.csv;
