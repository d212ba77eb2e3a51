package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.gfpaudit.rules.review.Timeline;

/** When findings came and went, and how many each revision has. */
public final class JsonTimeline {
  private final String toolVersion;

  public JsonTimeline(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes {@code timeline} to {@code out}. */
  public void write(Timeline timeline, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          JsonReview review = new JsonReview(json);
          json.writeStringField("range", timeline.range());
          json.writeArrayFieldStart("episodes");
          for (Timeline.Episode episode : timeline.episodes()) {
            json.writeStartObject();
            json.writeFieldName("finding");
            review.known(episode.finding());
            commit("appeared", timeline.appearance(episode), json);
            commit("gone", timeline.end(episode), json);
            json.writeArrayFieldStart("changes");
            for (Timeline.Change change : episode.changes()) {
              json.writeStartObject();
              json.writeFieldName("before");
              review.known(change.before());
              commit("by", Optional.of(timeline.revisions().get(change.at())), json);
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("revisions");
          for (Timeline.Revision revision : timeline.revisions()) {
            json.writeStartObject();
            describe(revision, json);
            json.writeNumberField("findings", revision.findingCount());
            json.writeStringField(
                "state", revision.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** The revision, or null where the row of revisions begins, or ends, with the finding. */
  private static void commit(String name, Optional<Timeline.Revision> revision, JsonGenerator json)
      throws IOException {
    if (revision.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    describe(revision.get(), json);
    json.writeEndObject();
  }

  private static void describe(Timeline.Revision revision, JsonGenerator json) throws IOException {
    json.writeStringField("commit", revision.commit());
    json.writeNumberField("epochSeconds", revision.epochSeconds());
    json.writeStringField("author", revision.author());
    json.writeStringField("subject", revision.subject());
  }
}
