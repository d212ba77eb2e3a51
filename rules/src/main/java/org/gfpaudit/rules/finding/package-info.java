/** What an audit says: rows, findings, witness paths, problems. Plain records. */
package org.gfpaudit.rules.finding;
