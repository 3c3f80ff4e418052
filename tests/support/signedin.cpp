// SPDX-License-Identifier: Apache-2.0
#include "tests/support/signedin.h"

#include "models/api/endpoints.h"
#include "models/fleet/account.h"
#include "tests/support/sandboxprocess.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

Account *signIn(Fleet *fleet, const SandboxProcess &sandbox)
{
    Profile profile;
    profile.id = u"sandbox"_s;
    profile.name = u"Sandbox"_s;
    profile.baseUrl = sandbox.url();
    profile.tokenUrl = sandbox.tokenUrl();
    profile.clientId = sandbox.clientId();
    profile.sandbox = true;
    return fleet->addAccount(makeAccount(profile, sandbox.clientSecret()));
}

QJsonObject readPipeline(Account *account, const PipelineKey &key)
{
    QJsonObject definition;
    bool answered = false;
    QObject context;
    account->client()->send(Endpoints::getPipeline(key.project, key.pipeline), &context,
                            [&](const Result<Reply> &reply) {
                                answered = true;
                                if (reply)
                                    definition = reply->json.object();
                            });
    return QTest::qWaitFor([&] { return answered; }) ? definition : QJsonObject();
}

} // namespace Sluice::Test
