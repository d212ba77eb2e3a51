/**
 * The page of {@code --format html} in a real browser: Debian's Chromium without a screen, spoken
 * to by the protocol of its developer tools. Where it is not installed, these tests are skipped.
 *
 * <p>{@link org.gfpaudit.testdata.browser.Chromium} is the process, {@link
 * org.gfpaudit.testdata.browser.DevTools} one page in it. Example: {@code tools.open(page,
 * "#calls")} and then {@code tools.key("j")}.
 */
package org.gfpaudit.testdata.browser;
