package org.gfpaudit.analyzer.patch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree's own scripts/get_maintainer.pl. */
public final class MaintainerScript {
  private static final String SCRIPT = "scripts/get_maintainer.pl";

  private MaintainerScript() {}

  /** What it says of some files of the tree at {@code root}; empty where it does not run. */
  public static Optional<Recipients> ask(Path root, List<String> files) {
    if (!Files.isRegularFile(root.resolve(SCRIPT))) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of("perl", SCRIPT));
    command.addAll(List.of("--nogit", "--nogit-fallback", "--rolestats"));
    for (String file : files) {
      command.addAll(List.of("-f", file));
    }
    return ExternalProgram.lines(root, command.toArray(String[]::new))
        .map(MaintainerScript::recipients);
  }

  /** {@code Name <address> (maintainer:SECTION)}, {@code list (open list:SECTION)}. */
  static Recipients recipients(List<String> lines) {
    List<String> to = new ArrayList<>();
    List<String> cc = new ArrayList<>();
    for (String line : lines) {
      // A name can hold parentheses, and so can the section's name.
      int role = line.indexOf(" (", Math.max(0, line.indexOf('>')));
      String address = (role < 0 ? line : line.substring(0, role)).strip();
      boolean isMaintainer =
          role >= 0 && line.substring(role).matches(" \\((maintainer|supporter)[:,)].*");
      if (address.contains("@")) {
        (isMaintainer ? to : cc).add(address);
      }
    }
    return new Recipients(to, cc);
  }
}
