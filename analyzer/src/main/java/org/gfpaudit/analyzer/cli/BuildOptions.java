package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.kbuild.Configuration;
import org.gfpaudit.analyzer.kbuild.MalformedConfigurationException;
import org.gfpaudit.analyzer.load.KernelTree;
import picocli.CommandLine.Option;

/** Which build is reported: that of one configuration, for one architecture. */
final class BuildOptions {
  private static final int MOST_BYTES = 16 << 20;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      order = 7,
      description = "Only what this .config builds; a symbol it does not name is not set.")
  String config;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      order = 8,
      description = "Leave out the other directories of arch/; NAME is one of them.")
  String arch;

  /** The request narrowed to what these options ask for. */
  AuditRequest narrowed(AuditRequest request, TreeSelection selection, Console console)
      throws UsageException {
    Optional<String> architecture =
        arch == null ? Optional.empty() : Optional.of(architecture(selection));
    Optional<Configuration> configuration =
        config == null
            ? Optional.empty()
            : Optional.of(configuration(console.surroundings().workingDirectory()));
    return request.narrowed(configuration, architecture);
  }

  /** What to add to a message that something is not there. */
  String hint() {
    return config == null && arch == null
        ? ""
        : "; --config and --arch leave out what they do not build";
  }

  private String architecture(TreeSelection selection) throws UsageException {
    List<String> known = KernelTree.architectures(selection.root());
    if (known.contains(arch)) {
      return arch;
    }
    throw new UsageException(
        known.isEmpty()
            ? "--arch: the tree has no directory arch/" + arch + ", nor any other below arch/"
            : "'"
                + arch
                + "' is no directory of the tree's arch/"
                + Suggestion.question(arch, known)
                + " It has: "
                + String.join(", ", known));
  }

  private Configuration configuration(Path workingDirectory) throws UsageException {
    Path file;
    try {
      file = workingDirectory.resolve(config);
    } catch (InvalidPathException e) {
      throw new UsageException("--config: not a path: '" + config + "'");
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          Files.exists(file)
              ? "--config needs a .config file, '" + config + "' is none"
              : "--config: no such file: '" + config + "'");
    }
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UsageException("--config: '" + config + "' cannot be read");
    }
    if (content.length > MOST_BYTES) {
      throw new UsageException("--config: '" + config + "' is too large for a .config");
    }
    try {
      return Configuration.parse(config, content);
    } catch (MalformedConfigurationException e) {
      throw new UsageException("--config: " + e.getMessage());
    }
  }
}
