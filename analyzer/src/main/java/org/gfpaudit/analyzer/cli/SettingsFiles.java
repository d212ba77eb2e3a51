package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.gfpaudit.analyzer.settings.MalformedSettingsException;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.analyzer.settings.SettingsReader;

/**
 * Finds the settings of a tree: the file that was named, or the nearest one at or above the first
 * path, the working directory if that is in the tree, or the tree; of a revision, where there is no
 * file on disk, the one in it.
 *
 * @param given the {@code --settings} option
 */
record SettingsFiles(Path workingDirectory, Optional<String> given) {
  private static final String NAME = ".gfpaudit.yml";
  private static final String NONE = "none";
  private static final String INSTEAD = "; remove it, or give --settings FILE or --settings none";
  private static final int MOST_BYTES = 1 << 20;

  Settings find(TreeSelection selection, Console console) throws UsageException {
    if (given.isPresent()) {
      return given.get().equals(NONE)
          ? Settings.NONE
          : read(TreePaths.path(workingDirectory, given.get()), given.get(), console);
    }
    for (Path at = start(selection); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        requireOwn(file, at, selection);
        return read(file, shown(file), console);
      }
    }
    if (selection.revision().isPresent() && selection.revision().get().hasOther(NAME)) {
      // Whoever made the tree meant it to be used; what a link leads to is not followed there.
      throw new UsageException(
          "'" + selection.tree().name() + ":" + NAME + "' is no regular file" + INSTEAD);
    }
    if (selection.revision().isPresent() && selection.revision().get().has(NAME)) {
      try {
        byte[] content = selection.revision().get().readUnlisted(NAME, MOST_BYTES);
        return parse(selection.tree().name() + ":" + NAME, content, console);
      } catch (IOException e) {
        throw new UsageException(selection.tree().name() + ":" + NAME + ": " + Failures.phrase(e));
      }
    }
    return Settings.NONE;
  }

  private Path start(TreeSelection selection) {
    Path base = selection.base();
    if (!selection.paths().isEmpty()) {
      Path first = base.resolve(selection.paths().get(0));
      return Files.isDirectory(first) ? first : first.resolveSibling("");
    }
    return workingDirectory.startsWith(base) ? workingDirectory : base;
  }

  private String shown(Path file) {
    return file.startsWith(workingDirectory)
        ? workingDirectory.relativize(file).toString()
        : file.toString();
  }

  /**
   * Throws for what is no file, and for a link that leads out of the tree: whoever made the tree
   * would have this program read, and quote, what is not theirs.
   */
  private void requireOwn(Path file, Path directory, TreeSelection selection)
      throws UsageException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("'" + shown(file) + "' is no regular file" + INSTEAD);
    }
    try {
      if (Files.isSymbolicLink(file)
          && directory.startsWith(selection.base())
          && !file.toRealPath().startsWith(selection.base().toRealPath())) {
        throw new UsageException("'" + shown(file) + "' is a link out of the tree" + INSTEAD);
      }
    } catch (IOException e) {
      throw new UsageException("cannot read '" + shown(file) + "': " + Failures.phrase(e));
    }
  }

  private static Settings read(Path file, String name, Console console) throws UsageException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new UsageException("'" + name + "' is too large for settings");
      }
      return parse(name, content, console);
    } catch (IOException e) {
      throw new UsageException("cannot read '" + name + "': " + Failures.phrase(e));
    }
  }

  private static Settings parse(String name, byte[] content, Console console)
      throws UsageException {
    try {
      return SettingsReader.read(name, new String(content, StandardCharsets.UTF_8));
    } catch (MalformedSettingsException e) {
      e.mistakes().forEach(console::say);
      throw new UsageException("'" + name + "' cannot be used: mend it, or give --settings none");
    }
  }
}
