package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.git.WorkTreeIds;
import org.gfpaudit.analyzer.load.BesideTree;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.settings.Release;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.analyzer.versions.VersionCode;
import org.gfpaudit.analyzer.versions.VersionedTree;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.knowledge.KernelVersion;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tree is audited, as which version, and with how many threads. */
final class TreeOptions {
  @Option(
      names = "--tree",
      paramLabel = "DIR",
      order = 3,
      description = {
        "Audit the kernel tree or repository in DIR.",
        "Without it, the nearest one at or above the first PATH or the working "
            + "directory is taken."
      })
  String tree;

  @Option(
      names = "--profile",
      paramLabel = "VERSION",
      order = 4,
      description = {
        "Audit as this kernel version, such as 6.1.",
        "It takes the place of the version in the tree's Makefile, and may have a "
            + "sublevel, as 5.4.17. With it, --tree may be any directory, such as that of an "
            + "out-of-tree module. 'check', 'sites' and 'baseline' take 'all': such a module "
            + "is audited as every version."
      })
  String profile;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      order = 5,
      description = {
        "Use N threads; by default one for each processor.",
        "The output does not depend on it."
      })
  String jobs;

  @Option(
      names = "--rev",
      paramLabel = "REV",
      order = 4,
      description = {
        "Audit this commit instead of the work tree.",
        "Its files are read from the repository, which may be bare. A first PATH that "
            + "is no file but names a commit means the same: 'check v6.12 fs'."
      })
  String revision;

  @Option(
      names = "--kernel",
      paramLabel = "DIR",
      order = 4,
      description = {
        "Read an out-of-tree module beside this kernel.",
        "The tree is the module's. Names come from both, and reports are about the " + "module."
      })
  String kernel;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      order = 10,
      description = {
        "Read these settings, or no settings with 'none'.",
        "They take the place of the file '.gfpaudit.yml' that is looked for upwards."
      })
  String settings;

  @Option(
      names = "--no-cache",
      order = 11,
      description = "Neither use nor write the index of earlier runs.")
  boolean isWithoutCache;

  @Option(
      names = "--strict",
      order = 11,
      description = {
        "Fail with status 3 for whatever was not read whole.",
        "Every problem counts as one that may hide findings: a file that was skipped, a "
            + "definition that could only be read in part. All of them are said."
      })
  boolean isStrict;

  /** The options that say which tree, and as what it is read, as a shell takes them. */
  String asGiven() {
    StringBuilder words = new StringBuilder();
    append(words, "--tree", tree);
    append(words, "--profile", profile);
    append(words, "--kernel", kernel);
    append(words, "--settings", settings);
    return words.toString();
  }

  private static void append(StringBuilder words, String option, @Nullable String value) {
    if (value != null) {
      boolean isPlain = value.matches("[\\w./,:@%+=-]+");
      words.append(' ').append(option).append(' ');
      words.append(isPlain ? value : "'" + value.replace("'", "'\\''") + "'");
    }
  }

  /** Checks what needs no tree. */
  void check(Console console) throws UsageException {
    jobs();
    checkProfile(console);
  }

  /** Checks all these options, and finds the tree, the paths in it and its settings. */
  TreeSelection select(List<String> paths, Console console) throws UsageException, IOException {
    // What is wrong with the options is said before anything about the tree.
    check(console);
    if (isForMany() && kernel != null) {
      throw new UsageException(
          "--profile all and --kernel exclude each other: a kernel is of one version");
    }
    Path here = console.surroundings().workingDirectory();
    boolean isAnyDirectory = profile != null || kernel != null;
    TreeFinder finder =
        new TreeFinder(
            here, Optional.ofNullable(tree), Optional.ofNullable(revision), isAnyDirectory);
    TreeSelection selection = finder.find(paths);
    selection.remarks().forEach(console::say);
    Settings found =
        new SettingsFiles(here, Optional.ofNullable(settings)).find(selection, console);
    return withVersion(selection.with(found), here);
  }

  /** Replaces code outside a kernel tree by what the kernel's version makes of it. */
  private TreeSelection withVersion(TreeSelection selection, Path here)
      throws UsageException, IOException {
    String name = selection.tree().name();
    if (isKernel(selection)) {
      if (kernel != null) {
        throw new UsageException(
            "--kernel is for code outside a kernel tree, and '" + name + "' is one itself");
      }
      if (isForMany()) {
        throw new UsageException(
            "--profile all is for code outside a kernel tree: '"
                + name
                + "' is one, and has the version of its Makefile");
      }
      return selection;
    }
    Optional<String> release =
        Optional.ofNullable(profile)
            .filter(version -> !isForMany())
            .or(() -> selection.settings().profile());
    if (kernel != null) {
      Path root = kernelRoot(here);
      DirectoryTree beside = new DirectoryTree(root, kernel, new WorkTreeIds(root));
      String version = release.or(() -> KernelTree.version(beside)).orElseThrow();
      VersionedTree module = VersionedTree.of(selection.tree(), VersionCode.ofRelease(version));
      return selection.of(new BesideTree(module, beside));
    }
    return release.isPresent() && !isForMany()
        ? selection.of(VersionedTree.of(selection.tree(), VersionCode.ofRelease(release.get())))
        : selection;
  }

  /** Those of {@code names} that are files or directories here or in the tree. */
  List<String> existing(List<String> names, Console console) throws UsageException {
    Path here = console.surroundings().workingDirectory();
    Path root = tree == null ? here : TreePaths.path(here, tree);
    List<String> existing = new ArrayList<>();
    for (String name : names) {
      if (Files.exists(TreePaths.path(here, name)) || Files.exists(TreePaths.path(root, name))) {
        existing.add(name);
      }
    }
    return existing;
  }

  /** These options with others in their place, where they are given. */
  TreeOptions with(
      Optional<String> otherTree, Optional<String> otherProfile, Optional<String> otherKernel) {
    TreeOptions other = new TreeOptions();
    other.tree = otherTree.orElse(tree);
    other.profile = otherProfile.orElse(profile);
    other.jobs = jobs;
    other.kernel = otherKernel.orElse(kernel);
    other.settings = settings;
    other.isWithoutCache = isWithoutCache;
    return other;
  }

  /** {@code --tree}. */
  Optional<String> directory() {
    return Optional.ofNullable(tree);
  }

  /** The tree of a directory, whatever {@code --tree} says. */
  TreeSelection selectDirectory(String directory, List<String> paths, Console console)
      throws UsageException, IOException {
    TreeOptions other = new TreeOptions();
    other.tree = directory;
    other.profile = profile;
    other.jobs = jobs;
    other.kernel = kernel;
    other.settings = settings;
    other.isWithoutCache = isWithoutCache;
    return other.select(paths, console);
  }

  /** The tree of a commit. */
  TreeSelection selectRevision(String commit, List<String> paths, Console console)
      throws UsageException, IOException {
    TreeOptions other = new TreeOptions();
    other.tree = tree;
    other.profile = profile;
    other.jobs = jobs;
    other.kernel = kernel;
    other.settings = settings;
    other.isWithoutCache = isWithoutCache;
    other.revision = commit;
    return other.select(paths, console);
  }

  /** Throws where {@code --rev} was given. */
  void requireNoRevision(String reason) throws UsageException {
    if (revision != null) {
      throw new UsageException("--rev is not for this command: " + reason);
    }
  }

  private static boolean isKernel(TreeSelection selection) {
    return selection.revision().isPresent()
        ? KernelTree.version(selection.tree()).isPresent()
        : KernelTree.isRoot(selection.base());
  }

  private boolean isForMany() {
    return AuditRequest.EVERY_VERSION.equals(profile);
  }

  /** Throws where {@code --profile all} was given to a command that shows one kernel. */
  void requireOneVersion() throws UsageException {
    if (isForMany()) {
      throw new UsageException(
          "--profile all is for check, sites and baseline; what is wanted here is about one kernel:"
              + " name it, as in --profile 6.1");
    }
  }

  private Path kernelRoot(Path here) throws UsageException {
    Path root = TreePaths.path(here, kernel);
    if (!KernelTree.isRoot(root)) {
      throw new UsageException(
          "--kernel: '" + kernel + "' is not a kernel tree: it needs " + KernelTree.description());
    }
    return root;
  }

  /** The request for an audit of a selection. */
  AuditRequest request(TreeSelection selection, Console console)
      throws UsageException, IOException {
    Settings said = selection.settings();
    List<String> paths = selection.paths().isEmpty() ? included(selection) : selection.paths();
    Knowledge knowledge = Knowledge.shippedWith(said.rows());
    AuditRequest request =
        new AuditRequest(selection.tree(), paths, version(selection), jobs(), console.progress())
            .with(
                isKernel(selection) ? knowledge : knowledge.withModule(selection.tree()::isOwn),
                (isKernel(selection) ? "" : "module ") + new TreeMap<>(said.rows()),
                said.exclude())
            .to(Depth.FINDINGS);
    return console.recall(!isWithoutCache).of(request);
  }

  /** The paths that the settings name; one that is not there is a mistake, as a wrong PATH is. */
  private static List<String> included(TreeSelection selection) throws UsageException, IOException {
    List<String> paths = new ArrayList<>();
    for (String path : selection.settings().include()) {
      String plain = path.replaceAll("(?<=.)/+$", "");
      if (!selection.hasCode(plain)) {
        throw new UsageException(
            selection.settings().name()
                + ": paths.include: there is no C file at '"
                + path
                + "' in "
                + selection.tree().name());
      }
      paths.add(plain);
    }
    return paths;
  }

  private Optional<String> version(TreeSelection selection) {
    Optional<String> given = Optional.ofNullable(profile).or(() -> selection.settings().profile());
    return selection.tree() instanceof BesideTree both
        ? given.or(() -> KernelTree.version(both.kernel()))
        : given;
  }

  private void checkProfile(Console console) throws UsageException {
    if (profile == null || profile.equals(AuditRequest.EVERY_VERSION)) {
      return;
    }
    KernelVersion wanted;
    try {
      wanted = Release.parse(profile);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--profile: " + e.getMessage());
    }
    Collection<KernelVersion> known = Knowledge.shipped().gfpVersions();
    if (wanted.compareTo(Collections.min(known)) < 0) {
      throw new UsageException(
          "--profile: kernel " + profile + " is older than all that are known: " + words(known));
    }
    if (wanted.compareTo(Collections.max(known)) > 0) {
      console.say("kernel " + profile + " is newer than all that are known: " + words(known));
    }
  }

  private static String words(Collection<KernelVersion> versions) {
    return versions.stream().map(KernelVersion::toString).collect(Collectors.joining(", "));
  }

  private int jobs() throws UsageException {
    if (jobs == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!jobs.matches("0*[1-9]\\d{0,2}")) {
      throw new UsageException("--jobs takes a number from 1 to 999, not '" + jobs + "'");
    }
    return Integer.parseInt(jobs);
  }
}
