// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/comparedialog.h"

#include "models/definition/definition.h"
#include "models/document/changesmodel.h"
#include "models/json/jsontext.h"
#include "ui/shared/changestable.h"
#include "ui/shared/jsonsides.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize compareSize{1240, 800};

} // namespace

CompareDialog::CompareDialog(const QJsonObject &left, const QJsonObject &right,
                             const QHash<QString, QString> &runners, QWidget *parent)
    : Dialog(u"compareDialog"_s, tr("Compare pipelines"), within(parent, compareSize), parent)
{
    const QString leftName = Definition::name(left);
    const QString rightName = Definition::name(right);
    auto *title = new TextLabel(tr("From %1 to %2").arg(leftName, rightName),
                                TextLabel::Role::Title, TextLabel::Ink::Text, this);
    title->setObjectName(u"compareTitle"_s);
    auto *changes = new ChangesModel(this);
    changes->setSides(leftName, rightName);
    changes->setRunnerNames(runners);
    changes->setChanges(semanticDiff(left, right));
    auto *sides = new JsonSides(this);
    sides->setTitles(leftName, rightName);
    sides->takeKeysOf(this);
    sides->setTexts(jsonText(left), jsonText(right));
    QSplitter *parts = makeParts(Qt::Vertical, {new ChangesTable(changes, this), sides});
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(u"closeCompare"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(title);
    layout->addWidget(parts, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace Sluice
