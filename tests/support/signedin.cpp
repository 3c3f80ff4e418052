// SPDX-License-Identifier: Apache-2.0
#include "tests/support/signedin.h"

#include "models/account/account.h"
#include "models/api/endpoints.h"
#include "tests/support/sandboxprofile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

Account *signIn(Fleet *fleet, const SandboxProcess &sandbox)
{
    return fleet->addAccount(makeAccount(profileOf(sandbox, u"sandbox"_s), sandbox.clientSecret()));
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
