package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.load.ContentIds;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentId;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the files of a work tree, as git's own index has them: an entry whose stamp is
 * still that of the file names what is in the file. Nothing is run and nothing is read before the
 * first question; where git's index is missing or odd, nothing is known.
 */
public final class WorkTreeIds implements ContentIds {
  private static final Pattern SHA256 =
      Pattern.compile("^\\s*objectformat\\s*=\\s*sha256\\s*$", Pattern.MULTILINE);

  private static final Pattern GIT_FILE = Pattern.compile("gitdir: (.+?)\\s*");

  private static final int MOST_TEXT_BYTES = 1 << 20;

  private final Path root;
  private @Nullable Map<String, GitIndexFile.Entry> entries;
  private String prefix = "";

  /**
   * @param root the directory that paths are relative to, in a work tree or not
   */
  public WorkTreeIds(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public ContentId of(String path, FileStamp stamp) {
    GitIndexFile.Entry entry = entries().get(prefix.isEmpty() ? path : prefix + path);
    return entry != null && entry.isOf(stamp) ? entry.id() : ContentId.NONE;
  }

  private synchronized Map<String, GitIndexFile.Entry> entries() {
    if (entries == null) {
      entries = Map.of();
      for (Path top = root; top != null; top = top.getParent()) {
        Path git = top.resolve(".git");
        if (Files.exists(git)) {
          String below = top.relativize(root).toString().replace('\\', '/');
          prefix = below.isEmpty() ? "" : below + "/";
          entries = read(git).orElse(Map.of());
          break;
        }
      }
    }
    return entries;
  }

  private static Optional<Map<String, GitIndexFile.Entry>> read(Path git) {
    try {
      Path directory = git;
      if (Files.isRegularFile(git)) {
        Matcher file = GIT_FILE.matcher(text(git));
        if (!file.matches()) {
          return Optional.empty();
        }
        directory = git.resolveSibling(file.group(1));
      }
      Path common = directory;
      if (Files.isRegularFile(directory.resolve("commondir"))) {
        common = directory.resolve(text(directory.resolve("commondir")).strip());
      }
      String config = text(common.resolve("config"));
      int idBytes = SHA256.matcher(config.toLowerCase(Locale.ROOT)).find() ? 32 : 20;
      return Optional.of(
          GitIndexFile.read(directory.resolve("index"), RepositoryIdentity.of(common), idBytes));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty(); // Then every file is read, as in a tree without git.
    }
  }

  private static String text(Path file) throws IOException {
    return new String(RegularFiles.read(file, MOST_TEXT_BYTES), StandardCharsets.ISO_8859_1);
  }
}
