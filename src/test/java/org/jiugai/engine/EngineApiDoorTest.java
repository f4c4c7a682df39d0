package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which routes the door lets pass: one that a newer engine brings along is shut until it stands here. */
class EngineApiDoorTest {
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default"})
    void ofTheRoutesThatChangeOrAreAskedWithABodyTheseAreOffered(String engine) {
        List<EngineRoutes.Route> routes = EngineRoutes.all();
        assertThat(routes).hasSizeGreaterThan(300);
        assertThat(routes.stream()
                        .filter(route -> !READING.contains(route.method()))
                        .filter(route -> EngineApiDoor.isOffered(route.method(), engine + route.filled()))
                        .map(EngineRoutes.Route::toString))
                .containsExactly(
                        "POST /execution",
                        "POST /execution/count",
                        "POST /filter/{id}/count",
                        "POST /filter/{id}/list",
                        "POST /filter/{id}/singleResult",
                        "POST /group",
                        "POST /group/count",
                        "POST /history/activity-instance",
                        "POST /history/activity-instance/count",
                        "POST /history/detail",
                        "POST /history/job-log",
                        "POST /history/job-log/count",
                        "POST /history/process-instance",
                        "POST /history/process-instance/count",
                        "POST /history/task",
                        "POST /history/task/count",
                        "POST /history/variable-instance",
                        "POST /history/variable-instance/count",
                        "POST /job",
                        "POST /job/count",
                        "POST /process-instance",
                        "POST /process-instance/count",
                        "POST /task",
                        "POST /task/count",
                        "POST /task/{id}/claim",
                        "POST /task/{id}/comment/create",
                        "POST /task/{id}/complete",
                        "POST /task/{id}/submit-form",
                        "POST /task/{id}/unclaim",
                        "POST /variable-instance",
                        "POST /variable-instance/count");
    }

    @Test
    void ofTheRoutesThatTheWebApplicationsAddTheseAreOffered() {
        assertThat(EngineRoutes.ofTheWebapps().stream()
                        .filter(route -> !READING.contains(route.method()))
                        .filter(route -> EngineApiDoor.isOffered(route.method(), route.filled()))
                        .map(EngineRoutes.Route::toString))
                .containsExactly(
                        "POST /camunda/api/admin/auth/user/{processEngineName}/logout",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/incident",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/incident/count",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/process-definition/{id}/called-process-definitions",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/process-instance",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/process-instance/count",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/process-instance/{id}/called-process-instances");
        assertThat(EngineRoutes.ofTheWebapps())
                .extracting(EngineRoutes.Route::toString)
                .contains(
                        "POST /camunda/api/admin/setup/{engine}/user/create",
                        "POST /camunda/api/admin/auth/user/{processEngineName}/login/{appName}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "post", "X"})
    void noOtherVerbPasses(String verb) {
        assertThat(EngineApiDoor.isOffered(verb, "/camunda/api/engine/engine/default/task"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "POST, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/cockpit/plugin/base/default/anything",
        "POST, /camunda/api/engine/engine/default/identity/verify",
        "POST, /camunda/api/engine/engine/default/task/x/claim/more",
        "POST, /camunda/api/engine/engine/default/task//claim",
        "POST, /engine-rest/engine",
        "POST, /engine-rest/engine/default",
        "POST, /engine-restx/task",
        "POST, /",
        "GET, /camunda/api/engine/engine/default/optimize/process-instance/completed",
        "GET, /engine-rest/optimize/process-instance/completed",
        "GET, /engine-rest/engine/default/telemetry/data"
    })
    void whatIsNotOfTheEnginesListsIsShut(String method, String path) {
        assertThat(EngineApiDoor.isOffered(method, path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /camunda/api/engine/engine/default/task",
        "GET, /camunda/api/engine/engine/",
        "GET, /engine-rest/task/count",
        "POST, /camunda/api/admin/auth/user/default/logout",
        "POST, /camunda/api/cockpit/plugin/base/default/process-instance/count",
        "POST, /camunda/api/cockpit/plugin/base/default/process-definition/x:1:y/called-process-definitions"
    })
    void whatTheWebApplicationsNeedPasses(String method, String path) {
        assertThat(EngineApiDoor.isOffered(method, path)).isTrue();
    }

    @Test
    void theListOfRoutesIsThatOfTheEngine() {
        assertThat(EngineRoutes.all())
                .extracting(EngineRoutes.Route::toString)
                .contains("POST /deployment/create", "PUT /task/{id}/variables/{varId}", "DELETE /filter/{id}");
    }
}
