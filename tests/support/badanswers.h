// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultserver.h"

#include <QTest>

namespace Sluice::Test {

// Adds rows of answers that do not tell whether a write happened. happens: the server did it
// nevertheless. isEmptyOrJson: a good answer for a write without a promised body.
inline void addBadAnswers()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("happens");
    QTest::addColumn<bool>("isEmptyOrJson");
    const auto row = [](const QByteArray &name, const Act &act, bool isEmptyOrJson = false) {
        for (const bool happens : {true, false})
            QTest::addRow("%s, %s", name.constData(), happens ? "done" : "not done")
                << act << happens << isEmptyOrJson;
    };
    const QByteArray page = "<!DOCTYPE html><html><title>Sign in</title></html>";
    for (const int status : {500, 501, 502, 503, 504, 507, 520, 522, 524, 408, 460, 499, 302, 307})
        row(QByteArray::number(status), Act::reply(status, page));
    row("500 problem", Act::reply(500, R"({"title":"broken","violations":["name: odd"]})"));
    row("200 page", Act::reply(200, page, {{"Content-Type", "text/html"}}));
    row("201 text", Act::reply(201, "created"));
    row("201 broken JSON", Act::reply(201, R"({"streamingPipelineId":"x","na)"));
    row("200 empty", Act::reply(200, {}), true);
    row("201 empty", Act::reply(201, {}), true);
    row("202 empty", Act::reply(202, {}), true);
    row("204", Act::reply(204, {}), true);
    row("200 {}", Act::reply(200, "{}"), true);
    row("201 list", Act::reply(201, "[]"), true);
    row("200 null", Act::reply(200, "null"), true);
    row("201 without a name", Act::reply(201, R"({"streamingPipelineId":"x"})"), true);
    row("201 without an id", Act::reply(201, R"({"name":"fresh"})"), true);
    row("200 something else", Act::reply(200, R"({"hello":"world"})"), true);
    row("200 error", Act::reply(200, R"({"error":"the runner is not connected"})"));
    row("200 errors", Act::reply(200, R"({"data":null,"errors":[{"message":"no"}]})"));
    row("200 problem", Act::reply(200, R"({"title":"Internal Server Error","status":500})"));
    row("202 status code", Act::reply(202, R"({"statusCode":503,"message":"busy"})"));
    row("200 no success", Act::reply(200, R"({"success":false,"message":"no"})"));
    row("200 not deleted", Act::reply(200, R"({"deleted":false})"));
    row("200 not accepted", Act::reply(202, R"({"accepted":false,"reason":"busy"})"));
    row("200 status failed", Act::reply(200, R"({"status":"FAILED"})"));
    row("200 result error", Act::reply(200, R"({"result":"error"})"));
    row("200 fault", Act::reply(200, R"({"fault":{"faultstring":"quota"}})"));
    row("200 false", Act::reply(200, "false"));
    row("200 in capitals", Act::reply(200, R"({"Success":false,"Message":"no"})"));
    row("200 error message", Act::reply(200, R"({"error_message":"the runner is gone"})"));
    row("200 error code", Act::reply(202, R"({"errorCode":"RUNNER_GONE"})"));
    row("200 code", Act::reply(200, R"({"code":503,"message":"busy"})"));
    row("200 status in a text", Act::reply(200, R"({"status":"500"})"));
    row("200 status of an error", Act::reply(200, R"({"status":"INTERNAL_ERROR"})"));
    row("200 list of errors", Act::reply(200, R"([{"error":"busy"}])"));
    row("200 error inside", Act::reply(200, R"({"data":{"error":"busy"}})"));
    row("200 not succeeded", Act::reply(200, R"({"succeeded":false})"));
    row("200 a number", Act::reply(200, "5"), true);
    row("599", Act::reply(599, page));
    row("308", Act::reply(308, {}));
    row("304", Act::reply(304, {}));
    row("continued, then closed", Act::raw({"HTTP/1.1 100 Continue\r\n\r\n"}));
    row("early hints, then closed", Act::raw({"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"}));
    row("cut chunks", Act::raw({"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n",
                                "10\r\n{\"streamingP"}));
    row("cut head", Act::raw({"HTTP/1.1 201 Crea"}));
    row("bad length", Act::raw({"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"}));
    row("2010", Act::raw({"HTTP/1.1 2010 OK\r\nContent-Length: 0\r\n\r\n"}));
    row("closed", Act::fault(Act::Kind::Close));
    row("no HTTP", Act::fault(Act::Kind::Garbage));
    row("cut after 201", Act::fault(Act::Kind::CloseAfterStatus, 201));
    row("half of a 200", Act::fault(Act::Kind::HalfBody, 200));
    row("half of a 500", Act::fault(Act::Kind::HalfBody, 500));
}

} // namespace Sluice::Test
