/** Tests of the page for browsers, as far as they need none. */
package org.gfpaudit.reports.html;
