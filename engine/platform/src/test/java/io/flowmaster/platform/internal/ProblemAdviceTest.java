package io.flowmaster.platform.internal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Things())
          .setControllerAdvice(new ProblemAdvice(List.of()))
          .addFilters(
              (request, response, chain) ->
                  chain.doFilter(
                      new StrictHttpFirewall().getFirewalledRequest((HttpServletRequest) request),
                      response))
          .setMessageConverters(new MappingJackson2HttpMessageConverter(strict()))
          .build();

  @Test
  void aCallerThatWentAwayIsNoFaultOfOurs() throws Exception {
    mvc.perform(get("/things/left")).andExpect(status().isOk()).andExpect(content().string(""));
  }

  @Test
  void aRefusalSaysWhatAndWhy() throws Exception {
    mvc.perform(get("/things/gone"))
        .andExpect(status().isConflict())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(type("thing-gone"))
        .andExpect(jsonPath("$.instance").value("/things/gone"))
        .andExpect(jsonPath("$.owner").value("ana"));
  }

  @Test
  void whatIsNotJsonIsMalformed() throws Exception {
    send("{\"name\": ").andExpect(status().isBadRequest()).andExpect(type("malformed-json"));
    send("{} {}").andExpect(status().isBadRequest());
  }

  @Test
  void aWrongTypeNamesItsPlace() throws Exception {
    send("{\"name\": \"x\", \"parts\": [{\"count\": \"many\"}]}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].pointer").value("/parts/0/count"));
    send("{\"name\": 7}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].pointer").value("/name"));
    send("{\"name\": \"x\", \"at\": \"noon\"}")
        .andExpect(jsonPath("$.errors[0].detail").value(containsString("ISO 8601")));
  }

  @Test
  void anUnknownMemberIsNotIgnored() throws Exception {
    send("{\"nmae\": \"x\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].pointer").value("/nmae"))
        .andExpect(
            jsonPath("$.errors[0].detail")
                .value(containsString("known are at, name, owner, parts")));
  }

  @Test
  void anInvalidValueIsNotAcceptable() throws Exception {
    send("{\"name\": \" \", \"parts\": [{\"count\": 5}, {\"count\": 11}]}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors.length()").value(2))
        .andExpect(jsonPath("$.errors[?(@.pointer == '/parts/1/count')]").exists());
    send("{\"name\": \"x\", \"owner\": \"\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(type("invalid-user-id"))
        .andExpect(jsonPath("$.errors[0].pointer").value("/owner"));
  }

  @Test
  void whatTheFirewallRefusesOnlyWhenItIsReadIsTheCallersFault() throws Exception {
    mvc.perform(get("/tagged").header("If-Match", "a\u0080b"))
        .andExpect(status().isBadRequest())
        .andExpect(type("malformed-request"));
    mvc.perform(get("/tagged").param("a\u0000b", "x"))
        .andExpect(status().isBadRequest())
        .andExpect(type("malformed-request"));
  }

  @Test
  void aFaultOfOursShowsNothingOfItself() throws Exception {
    mvc.perform(get("/things/broken"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.traceId").exists())
        .andExpect(content().string(not(containsString("secret"))));
  }

  private ResultActions send(String body) throws Exception {
    return mvc.perform(post("/things").contentType("application/json").content(body));
  }

  private static ResultMatcher type(String code) {
    return jsonPath("$.type").value("urn:flowmaster:problem:" + code);
  }

  private static ObjectMapper strict() {
    Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json();
    new WebConfiguration(new SecurityContextActor()).strictJson().customize(builder);
    return builder.build();
  }

  @RestController
  static class Things {
    @GetMapping("/things/left")
    String left() throws IOException {
      throw new IOException("Broken pipe");
    }

    @GetMapping("/things/{id}")
    String get(@PathVariable String id) {
      if (id.equals("broken")) {
        throw new IllegalStateException("secret");
      }
      throw new Gone();
    }

    @GetMapping("/tagged")
    String tagged(
        @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
        @RequestParam Map<String, String> all) {
      return tag + all;
    }

    @PostMapping("/things")
    void create(@Valid @RequestBody Thing thing) {}

    record Thing(
        @NotBlank String name,
        @Nullable UserId owner,
        @Nullable Instant at,
        @Nullable List<@Valid Part> parts) {}

    record Part(@Max(10) int count) {}
  }

  static final class Gone extends Problem {
    Gone() {
      super(
          ProblemKind.CONFLICT,
          "thing-gone",
          "The thing is gone.",
          List.of(),
          Map.of("owner", "ana"));
    }
  }
}
