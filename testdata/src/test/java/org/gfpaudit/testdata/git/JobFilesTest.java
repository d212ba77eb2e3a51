package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The job files of MANUAL.md, their steps run as the servers run them, in shallow clones. */
@Tag("integration")
class JobFilesTest {
  private static final String OLD =
      """
      #include <linux/pagemap.h>

      int pond_old(struct address_space *mapping, struct page *page)
      {
      \treturn add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      }
      """;
  private static final String NEW = OLD.replace("pond_old", "pond_new");

  @TempDir Path directory;

  private Clone clone;
  private Path work;
  private Map<String, String> environment;

  @BeforeEach
  void makeTheServer() throws IOException {
    assumeTrue(Shell.has("bash"), "no bash");
    clone = Clone.of(directory);
    clone.write("fs/old.c", OLD);
    clone.commit("base");
    clone.git("checkout", "-q", "-b", "topic");
    work = directory.resolve("work");
    environment = Shell.withProgram(directory);
    standInForTheBuild();
  }

  /** A repository of the program whose build is a copy of the program under test. */
  private void standInForTheBuild() throws IOException {
    Path program = directory.resolve("program");
    Files.createDirectories(program);
    Files.writeString(program.resolve("pom.xml"), "<project/>\n");
    for (List<String> command :
        List.of(
            List.of("init", "-q"),
            List.of("add", "pom.xml"),
            List.of("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "x"))) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(command);
      assertEquals(0, Shell.run(program, Map.of(), words.toArray(String[]::new)).status());
    }
    Shell.script(
        directory.resolve("bin/mvn"),
        """
        while [ "$1" != -f ]; do shift; done
        [ -f "$2" ] || exit 9
        target=$(dirname "$2")/analyzer/target/gfpaudit/bin
        mkdir -p "$target" && mv '%s' "$target/gfpaudit"
        """
            .formatted(directory.resolve("bin/gfpaudit")));
    environment.put("GFPAUDIT_URL", directory.resolve("program").toUri().toString());
  }

  private void check(String... words) {
    Shell.Outcome outcome = Shell.run(directory, Map.of(), words);
    assertEquals(0, outcome.status(), outcome.output());
  }

  private Map<?, ?> job(String name) {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build())
            .loadFromString(Document.MANUAL.yaml("# " + name + "\n"));
  }

  private static Map<?, ?> in(Map<?, ?> mapping, String key) {
    return (Map<?, ?>) Objects.requireNonNull(mapping.get(key), key);
  }

  private static List<?> list(Map<?, ?> mapping, String key) {
    return (List<?>) Objects.requireNonNull(mapping.get(key), key);
  }

  private List<Map<?, ?>> githubSteps() {
    Map<?, ?> job = in(in(job(".github/workflows/gfpaudit.yml"), "jobs"), "gfpaudit");
    assertTrue(in(job, "env").containsKey("GFPAUDIT_URL"));
    List<Map<?, ?>> steps = new ArrayList<>();
    list(job, "steps").forEach(step -> steps.add((Map<?, ?>) step));
    return steps;
  }

  /** Runs the steps up to the first that fails; the last outcome. */
  private Shell.Outcome runGithub() throws IOException {
    // The server merges the branch and checks that commit out.
    clone.git("checkout", "-q", "master");
    clone.git("merge", "-q", "--no-ff", "-m", "merge", "topic");
    List<Map<?, ?>> steps = githubSteps();
    Object depth = in(steps.get(0), "with").get("fetch-depth");
    check("git", "clone", "-q", "--depth=" + depth, clone.tree.toUri().toString(), "work");
    Path added = directory.resolve("added-path");
    Files.writeString(added, "");
    Path temporary = Files.createDirectories(directory.resolve("temporary"));
    environment.putAll(
        Map.of("RUNNER_TEMP", temporary.toString(), "GITHUB_PATH", added.toString()));
    Shell.Outcome last = new Shell.Outcome(0, "");
    for (Map<?, ?> step : steps) {
      if (step.get("run") != null && last.status() == 0) {
        Map<String, String> now = new HashMap<>(environment);
        now.merge("PATH", "", (old, none) -> String.join(":", lines(added)) + ":" + old);
        Path script = directory.resolve("step.sh");
        Files.writeString(script, (String) step.get("run"));
        last = Shell.run(work, now, "bash", "-e", script.toString());
      }
    }
    return last;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theJobOfGithubAnnotatesWhatIsNew() throws IOException {
    clone.write("fs/new.c", NEW);
    clone.commit("bad");
    Shell.Outcome audit = runGithub();
    assertEquals(1, audit.status(), audit.output());
    assertTrue(audit.output().contains("::warning file=fs/new.c,line=5,"), audit.output());
    assertFalse(audit.output().contains("fs/old.c,"), audit.output());
    Map<?, ?> upload = githubSteps().get(githubSteps().size() - 1);
    assertEquals("always()", upload.get("if"), "alerts are for jobs that fail");
    String sarif = Files.readString(work.resolve((String) in(upload, "with").get("sarif_file")));
    assertTrue(sarif.contains("fs/new.c"), "in the file that is uploaded");
  }

  @Test
  void theJobOfGithubPassesWhereNothingIsNew() throws IOException {
    clone.write("fs/new.c", "int x;\n");
    clone.commit("good");
    Shell.Outcome audit = runGithub();
    assertEquals(new Shell.Outcome(0, ""), audit);
  }

  private Shell.Outcome runGitlab() throws IOException {
    Map<?, ?> job = in(job(".gitlab-ci.yml"), "gfpaudit");
    Object depth = in(job, "variables").get("GIT_DEPTH");
    String server = clone.tree.toUri().toString();
    check("git", "clone", "-q", "--depth=" + depth, "--branch=topic", server, "work");
    environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", clone.git("rev-parse", "base").strip());
    environment.put("TMPDIR", directory.toString());
    Path script = directory.resolve("job.sh");
    Files.writeString(
        script,
        "set -eo pipefail\n"
            + String.join("\n", list(job, "script").stream().map(String.class::cast).toList()));
    return Shell.run(work, environment, "bash", script.toString());
  }

  @Test
  void theJobOfGitlabReportsWhatIsNew() throws IOException {
    clone.write("fs/new.c", NEW);
    clone.commit("bad");
    clone.write("fs/other.c", "int x;\n");
    clone.commit("more");
    Shell.Outcome audit = runGitlab();
    assertEquals(1, audit.status(), audit.output());
    assertTrue(audit.output().startsWith("fs/new.c:5:9: warning: "), audit.output());
    Map<?, ?> job = in(job(".gitlab-ci.yml"), "gfpaudit");
    assertEquals("always", in(job, "artifacts").get("when"), "reports are for jobs that fail");
    Map<?, ?> reports = in(in(job, "artifacts"), "reports");
    String quality = Files.readString(work.resolve((String) reports.get("codequality")));
    assertTrue(quality.startsWith("[") && quality.contains("fs/new.c"), quality);
    assertFalse(quality.contains("fs/old.c"), quality);
    assertTrue(
        Files.readString(work.resolve((String) reports.get("junit"))).contains("<testsuites "));
  }

  @Test
  void theJobOfGitlabPassesWhereNothingIsNew() throws IOException {
    clone.write("fs/other.c", "int x;\n");
    clone.commit("good");
    Shell.Outcome audit = runGitlab();
    assertEquals(0, audit.status(), audit.output());
  }
}
