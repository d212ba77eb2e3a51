package org.gfpaudit.testdata.harness;

import org.gfpaudit.rules.finding.AuditResult;

/** The one call into the analyzer, so that the harness itself can be tested without it. */
@FunctionalInterface
public interface Engine {

  /** Audits a program and reports what concerns its own files. */
  AuditResult audit(Program program);
}
