package org.gfpaudit.testdata.expect;

import java.util.List;

/**
 * The comment that opens a sample file.
 *
 * @param rule the rule, or the verdict that is no finding, the file is about
 * @param shows one sentence for the reader
 * @param headers the minikernel headers the file needs, without directory and ending
 * @param config {@code all}; lists of symbols are reserved
 * @param kernel the minikernel it is read against: {@code 6.1} or {@code 3.18}
 * @param hasRealNames whether functions bear the names the kernel gave them, so that no suffix
 *     tells the good from the bad
 */
public record Header(
    String rule,
    String shows,
    List<String> headers,
    String config,
    String kernel,
    boolean hasRealNames) {}
