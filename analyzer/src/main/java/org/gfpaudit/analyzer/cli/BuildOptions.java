package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.BuildSelection;
import org.gfpaudit.analyzer.kbuild.CompileCommands;
import org.gfpaudit.analyzer.kbuild.Configuration;
import org.gfpaudit.analyzer.kbuild.MalformedConfigurationException;
import org.gfpaudit.analyzer.load.KernelTree;
import picocli.CommandLine.Option;

/** Which build is reported: that of one configuration, for one architecture. */
final class BuildOptions {
  private static final int MOST_BYTES = 128 << 20;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      order = 7,
      description = {
        "Report only what this .config builds.",
        "Rows whose condition cannot hold under it are left out. What it sets to y, m "
            + "or a value is set; what it does not name is not set."
      })
  String config;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      order = 8,
      description = "Report no other directory of arch/ than this one.")
  String arch;

  @Option(
      names = "--compile-commands",
      paramLabel = "JSON",
      order = 8,
      description = {
        "Report only what this compile_commands.json names.",
        "The file must come from a build of this tree ('make compile_commands.json' "
            + "makes one). Headers are always reported. A C file that another one includes is "
            + "not named in it."
      })
  String compileCommands;

  /** The request narrowed to what these options ask for. */
  AuditRequest narrowed(AuditRequest request, TreeSelection selection, Console console)
      throws UsageException, IOException {
    Path here = console.surroundings().workingDirectory();
    Optional<String> architecture =
        arch == null ? Optional.empty() : Optional.of(architecture(selection));
    Optional<Configuration> configuration =
        config == null ? Optional.empty() : Optional.of(configuration(here));
    Optional<Set<String>> units =
        compileCommands == null ? Optional.empty() : Optional.of(units(selection, here));
    return request.narrowed(new BuildSelection(configuration, architecture, units));
  }

  private Set<String> units(TreeSelection selection, Path here) throws UsageException, IOException {
    byte[] content = content("--compile-commands", "compile_commands.json", compileCommands, here);
    Set<String> units;
    try {
      units = CompileCommands.parse(compileCommands, content, selection.base());
      if (units.isEmpty()) {
        // kbuild names files without the links that lead to them.
        units = CompileCommands.parse(compileCommands, content, selection.base().toRealPath());
      }
    } catch (MalformedConfigurationException e) {
      throw new UsageException("--compile-commands: " + e.getMessage());
    }
    if (units.isEmpty()) {
      throw new UsageException(
          "--compile-commands: '"
              + compileCommands
              + "' names no C file of the tree "
              + selection.base()
              + "; it must be that of a build of this tree");
    }
    List<String> files = selection.tree().files();
    if (units.stream().noneMatch(unit -> Collections.binarySearch(files, unit) >= 0)) {
      throw new UsageException(
          "--compile-commands: '"
              + compileCommands
              + "' names only files that are not there, such as "
              + units.iterator().next()
              + "; it must be that of a build of this tree");
    }
    return units;
  }

  /** A hint to add to the message that something was not found. */
  String hint() {
    return config == null && arch == null && compileCommands == null
        ? ""
        : "; --config, --arch and --compile-commands leave out what they do not build";
  }

  private String architecture(TreeSelection selection) throws UsageException, IOException {
    List<String> known = KernelTree.architectures(selection.tree());
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
    byte[] content = content("--config", ".config", config, workingDirectory);
    try {
      return Configuration.parse(config, content);
    } catch (MalformedConfigurationException e) {
      throw new UsageException("--config: " + e.getMessage());
    }
  }

  private static byte[] content(String option, String kind, String name, Path workingDirectory)
      throws UsageException {
    Path file;
    try {
      file = workingDirectory.resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": not a path: '" + name + "'");
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          Files.exists(file)
              ? option + " needs a " + kind + " file, '" + name + "' is none"
              : option + ": no such file: '" + name + "'");
    }
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UsageException(option + ": '" + name + "' cannot be read");
    }
    if (content.length > MOST_BYTES) {
      throw new UsageException(option + ": '" + name + "' is too large for a " + kind);
    }
    return content;
  }
}
