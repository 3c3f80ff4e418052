// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "models/store/wizarddraft.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace Sluice::Test {

// A form that is being filled in, and the store that it is kept in.
struct WizardDraftStage {
    WizardDraftStage()
    {
        form.startNew();
        draft.setUntouched();
    }

    QList<Draft> kept()
    {
        std::optional<QList<Draft>> drafts;
        store.drafts()->flush();
        store.drafts()->all(&draft, [&drafts](const auto &all) {
            QVERIFY(all);
            drafts = *all;
        });
        [&drafts] { QTRY_VERIFY(drafts.has_value()); }();
        return drafts.value_or(QList<Draft>());
    }

    QTemporaryDir dir;
    LocalStore store{dir.filePath(QStringLiteral("store.sqlite"))};
    FormModel form;
    WizardDraft draft{&form};
};

} // namespace Sluice::Test
