package io.flowmaster.rules.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleTest;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Test cases in {@code rules_test}. */
@Component
class JdbcRuleTestStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final ObjectReader exact;

  JdbcRuleTestStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  List<RuleTest> of(TenantId tenant, RuleSetId id) {
    return jdbc.sql(
            """
            select name, facts, decision_id, expected from rules_test
            where tenant = :tenant and set_id = :set order by place
            """)
        .param("tenant", tenant.value())
        .param("set", id.value())
        .query((row, n) -> test(row))
        .list();
  }

  /** What stands for all test cases of a rule set together. */
  TextDigest digest(TenantId tenant, RuleSetId id) {
    try {
      return TextDigest.of(json.writeValueAsString(of(tenant, id)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void replace(TenantId tenant, RuleSetId id, List<RuleTest> tests) {
    jdbc.sql("delete from rules_test where tenant = :tenant and set_id = :set")
        .param("tenant", tenant.value())
        .param("set", id.value())
        .update();
    for (int place = 0; place < tests.size(); place++) {
      RuleTest test = tests.get(place);
      jdbc.sql(
              """
              insert into rules_test (set_id, place, tenant, name, facts, decision_id, expected)
              values (:set, :place, :tenant, :name, :facts, :decision, :expected)
              """)
          .param("set", id.value())
          .param("place", place)
          .param("tenant", tenant.value())
          .param("name", test.name())
          .param("facts", text(test.variables()))
          .param("decision", test.decisionId(), Types.VARCHAR)
          .param("expected", text(test.expected()))
          .update();
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private RuleTest test(ResultSet row) throws SQLException {
    try {
      Map<String, JsonNode> facts =
          exact
              .forType(new TypeReference<Map<String, JsonNode>>() {})
              .readValue(row.getString("facts"));
      return new RuleTest(
          row.getString("name"),
          facts,
          row.getString("decision_id"),
          exact.readTree(row.getString("expected")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
