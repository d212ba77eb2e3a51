/** Threads that are waited for. */
package org.gfpaudit.grammar.thread;
