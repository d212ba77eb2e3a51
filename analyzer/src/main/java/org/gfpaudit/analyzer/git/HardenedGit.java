package org.gfpaudit.analyzer.git;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one way in which git is called: nothing that a repository configures is run, nothing is
 * fetched and nothing is written.
 *
 * <p>Options of the command line take precedence over the configuration of the repository, so what
 * would run a program is set there. Filters, textconv and diff drivers have names that a repository
 * is free to choose and cannot be set; no command that looks at files of a work tree is called, for
 * these alone run filters. See {@link WorkTreeChanges} for what does instead.
 */
final class HardenedGit {
  private static final String GIT = "git";

  /** A program that does nothing and fails. */
  private static final String NOTHING = "false";

  private static final Map<String, String> CONFIGURATION =
      Map.ofEntries(
          Map.entry("core.fsmonitor", "false"),
          Map.entry("core.hooksPath", "/dev/null"),
          Map.entry("core.untrackedCache", "false"),
          Map.entry("core.pager", "cat"),
          Map.entry("core.editor", NOTHING),
          Map.entry("core.askPass", NOTHING),
          Map.entry("core.sshCommand", NOTHING),
          Map.entry("core.gitProxy", NOTHING),
          Map.entry("core.alternateRefsCommand", NOTHING),
          Map.entry("credential.helper", ""),
          Map.entry("diff.external", NOTHING),
          Map.entry("diff.orderFile", "/dev/null"),
          Map.entry("gpg.program", NOTHING),
          Map.entry("gpg.openpgp.program", NOTHING),
          Map.entry("gpg.x509.program", NOTHING),
          Map.entry("gpg.ssh.program", NOTHING),
          Map.entry("gpg.ssh.defaultKeyCommand", NOTHING),
          Map.entry("log.showSignature", "false"),
          Map.entry("log.mailmap", "false"),
          Map.entry("mailmap.file", "/dev/null"),
          Map.entry("mailmap.blob", ""),
          Map.entry("protocol.allow", "never"),
          Map.entry("gc.auto", "0"),
          Map.entry("maintenance.auto", "false"),
          Map.entry("submodule.recurse", "false"));

  /**
   * What stays of the environment's variables for git: where its programs and the settings of the
   * user and the machine are, and how far up a repository is looked for. Others name a repository,
   * its parts or programs, and are set where a hook of another repository runs this program.
   */
  private static final Set<String> KEPT =
      Set.of(
          "GIT_EXEC_PATH",
          "GIT_CONFIG_GLOBAL",
          "GIT_CONFIG_SYSTEM",
          "GIT_CONFIG_NOSYSTEM",
          "GIT_CONFIG_COUNT",
          "GIT_CEILING_DIRECTORIES",
          "GIT_DISCOVERY_ACROSS_FILESYSTEM");

  /** Settings of the user in the environment, such as safe.directory; options go before them. */
  private static final Pattern KEPT_SETTING = Pattern.compile("GIT_CONFIG_(KEY|VALUE)_\\d+");

  private HardenedGit() {}

  /** A process of git in a directory that is about to be started. */
  static ProcessBuilder prepare(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program(System.getenv()), "--no-pager"));
    CONFIGURATION.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> command.addAll(List.of("-c", entry.getKey() + "=" + entry.getValue())));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    harden(builder.environment());
    return builder;
  }

  /** Git by its path: a relative directory of {@code PATH} would be one of the tree. */
  static String program(Map<String, String> environment) {
    for (String directory :
        environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
      File program = new File(directory, GIT);
      if (new File(directory).isAbsolute() && program.isFile() && program.canExecute()) {
        return program.getPath();
      }
    }
    return new File(File.separator, GIT).getPath(); // Starting it says that there is none.
  }

  static void harden(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("GIT_")
                    && !KEPT.contains(name)
                    && !KEPT_SETTING.matcher(name).matches());
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    // Of a git that does not know the one before, too, for without a protocol nothing is fetched;
    // takes precedence over protocol.*.allow of any name.
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ASKPASS", NOTHING);
    environment.put("GIT_PAGER", "cat");
    environment.put("GIT_EDITOR", NOTHING);
    environment.put("GIT_LITERAL_PATHSPECS", "1");
  }
}
