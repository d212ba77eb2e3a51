/** What all formats share: the report interface, safe text, source excerpts, counts in words. */
package org.gfpaudit.reports.format;
