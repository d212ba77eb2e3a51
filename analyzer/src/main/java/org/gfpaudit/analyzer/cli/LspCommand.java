package org.gfpaudit.analyzer.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.lsp.ClientSettings;
import org.gfpaudit.analyzer.lsp.LanguageServerRun;
import org.gfpaudit.analyzer.lsp.TreeLookup;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code lsp}: the language server that editors start. */
@CommandLine.Command(
    name = "lsp",
    sortOptions = false,
    description = {
      "Serve an editor by the language server protocol.",
      "The editor starts it and talks to it on standard input and output. What is reported "
          + "is what 'check' reports of the tree that an open file lies in."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The editor has shut the server down.",
      ExitStatus.USAGE_MEANS,
      "3:The editor went away without a word."
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Settings: level, treeLevel (a level or never), audit (change or save),",
      "strategy, tree, profile, kernel. MANUAL.md has them for three editors.",
      "",
      "Example:",
      "  vim.lsp.config('gfpaudit', { cmd = { 'gfpaudit', 'lsp' } })"
    })
final class LspCommand implements Command {
  @Mixin TreeOptions tree;
  @Mixin RuleOptions rules;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    tree.requireOneVersion();
    tree.requireNoRevision("an editor shows the work tree");
    // What is wrong with the options is said before an editor waits for answers.
    tree.check(console);
    rules.rules(Settings.NONE);
    common.style(console);
    boolean isShutDown =
        console.converse(
            out ->
                LanguageServerRun.serve(
                    new FileInputStream(FileDescriptor.in),
                    out,
                    new Lookup(console),
                    ClientSettings.DEFAULT,
                    Version.text(),
                    console::say));
    return isShutDown ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  /** Trees by the options of this command, and what the editor sets beside. */
  private final class Lookup implements TreeLookup {
    private final Console console;

    Lookup(Console console) {
      this.console = console;
    }

    @Override
    public Optional<Path> root(Path file, ClientSettings settings) throws IOException {
      Optional<String> given = options(settings).directory();
      if (given.isEmpty()) {
        return KernelTree.findRoot(file);
      }
      Path root = said(() -> TreePaths.path(here(), given.get())).toAbsolutePath().normalize();
      return Optional.of(root).filter(file::startsWith);
    }

    @Override
    public Workplace workplace(Path root, ClientSettings settings) throws IOException {
      return said(() -> found(root, settings));
    }

    // A directory needs no closing.
    @SuppressWarnings("MustBeClosed")
    private Workplace found(Path root, ClientSettings settings) throws UsageException, IOException {
      TreeOptions options = options(settings);
      TreeSelection selection = options.selectDirectory(root.toString(), List.of(), console);
      AuditRequest request =
          options.request(selection, console).withRules(rules.rules(selection.settings()));
      Reviewing reviewing = new Reviewing(request, selection.settings());
      return new Workplace(request, result -> reported(reviewing, result));
    }

    private static AuditResult reported(Reviewing reviewing, AuditResult result) {
      AuditResult levelled = reviewing.levelled(result);
      Review review =
          Review.of(levelled)
              .waivedBy(
                  reviewing.waivers(levelled),
                  LocalDate.now(ZoneId.systemDefault()),
                  reviewing::isInScope);
      return levelled.with(
          review.findings().stream().filter(Reviewed::isNew).map(Reviewed::finding).toList());
    }

    private TreeOptions options(ClientSettings settings) {
      ClientSettings.Target target = settings.target();
      return tree.with(target.tree(), target.profile(), target.kernel());
    }

    private Path here() {
      return console.surroundings().workingDirectory();
    }
  }

  /** Something that the options may not allow. */
  @FunctionalInterface
  private interface Asked<T> {
    T get() throws UsageException, IOException;
  }

  /** What is wrong with the options is told to the editor. */
  private static <T> T said(Asked<T> asked) throws IOException {
    try {
      return asked.get();
    } catch (UsageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
