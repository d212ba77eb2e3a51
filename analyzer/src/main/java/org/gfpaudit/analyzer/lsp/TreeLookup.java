package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.rules.finding.AuditResult;

/** How the server comes from the name of a file to an audit. */
public interface TreeLookup {

  /**
   * The root of the tree that {@code file} lies in; empty where it lies in none that is audited.
   *
   * @throws IOException where it cannot be told; the message is for people
   */
  Optional<Path> root(Path file, ClientSettings settings) throws IOException;

  /**
   * What an audit of a tree takes, as its files are now.
   *
   * @param root as {@link #root} gave it
   * @throws IOException where the tree or its settings cannot be read; the message is for people
   */
  Workplace workplace(Path root, ClientSettings settings) throws IOException;

  /**
   * A tree as it is to be audited.
   *
   * @param request for the whole tree
   * @param reported gives a result the levels that settings say, and leaves out what is waived
   */
  record Workplace(AuditRequest request, UnaryOperator<AuditResult> reported) {}
}
