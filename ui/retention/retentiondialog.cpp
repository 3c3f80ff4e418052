// SPDX-License-Identifier: Apache-2.0
#include "ui/retention/retentiondialog.h"

#include "models/definition/pipelinefacts.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr QSize retentionSize{460, 260};
constexpr int longestCount = 9999;

enum Unit { Hours, Days };

} // namespace

RetentionDialog::RetentionDialog(const LogRetention::Source &source, const Retention &known,
                                 int users, QWidget *parent)
    : Dialog(u"retentionDialog"_s, tr("Log retention of %1").arg(source.host), retentionSize,
             parent)
    , m_kept(new QRadioButton(tr("&Kept for"), this))
    , m_count(new QSpinBox(this))
    , m_unit(new CalmComboBox(this))
    , m_endless(new QRadioButton(tr("As long as it is &needed"), this))
    , m_notKnown(new QRadioButton(tr("Not kno&wn"), this))
{
    m_kept->setObjectName(u"retentionKept"_s);
    m_count->setObjectName(u"retentionCount"_s);
    m_count->setAccessibleName(tr("Time that the log is kept"));
    m_count->setRange(1, longestCount);
    m_unit->setObjectName(u"retentionUnit"_s);
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->addItem(tr("hours"), Hours);
    m_unit->addItem(tr("days"), Days);
    m_endless->setObjectName(u"retentionEndless"_s);
    m_notKnown->setObjectName(u"retentionNotKnown"_s);

    auto *about = new TextLabel(
        tr("A pipeline that does not stream goes on from where it was, as long as the log of its "
           "source reaches back to there. After that it needs a new snapshot. With this time, "
           "Sluice tells how much of it is left, for the %Ln pipeline(s) that read from this "
           "source.",
           nullptr, users),
        TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    about->setWordWrap(true);
    QVBoxLayout *column = makeColumn();
    column->addWidget(about);
    addChoices(column, source.type);
    column->addStretch(1);
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelRetention"_s);
    QPushButton *save = addButton(tr("&Save"), u"saveRetention"_s);
    save->setProperty("primary", true);
    save->setDefault(true);
    QBoxLayout *buttons = makeLine();
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_kept, &QRadioButton::toggled, this, &RetentionDialog::updateTime);

    Retention shown = known;
    // What is offered is no answer until somebody saves it.
    if (const auto usual = LogRetention::usual(source.type);
        usual && known.kind == Retention::Kind::NotKnown)
        shown = {Retention::Kind::Kept, *usual};
    fill(shown);
}

void RetentionDialog::addChoices(QVBoxLayout *column, const QString &type)
{
    QBoxLayout *kept = makeLine();
    kept->addWidget(m_kept);
    kept->addWidget(m_count);
    kept->addWidget(m_unit);
    kept->addStretch(1);
    column->addLayout(kept);
    if (const auto usual = LogRetention::usual(type)) {
        auto *note = new TextLabel(
            tr("%1 keeps it for %2 where nobody changed that.")
                .arg(sourceFacts({{u"streamingSource"_s, QJsonObject{{u"type"_s, type}}}}).title,
                     retentionText({Retention::Kind::Kept, *usual})),
            TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
        note->setObjectName(u"retentionUsual"_s);
        note->setWordWrap(true);
        column->addWidget(note);
    }
    column->addWidget(m_endless);
    column->addWidget(m_notKnown);
}

void RetentionDialog::fill(const Retention &known)
{
    const auto hours = static_cast<int>(known.kept.count());
    const bool isInDays = hours == 0 || hours % 24 == 0;
    m_unit->setCurrentIndex(m_unit->findData(isInDays ? Days : Hours));
    m_count->setValue(hours == 0 ? 3 : isInDays ? hours / 24 : hours);
    switch (known.kind) {
    case Retention::Kind::Kept: m_kept->setChecked(true); break;
    case Retention::Kind::Endless: m_endless->setChecked(true); break;
    case Retention::Kind::NotKnown: m_notKnown->setChecked(true); break;
    }
    updateTime();
    if (m_kept->isChecked()) {
        m_count->setFocus();
        m_count->selectAll();
    } else {
        (m_endless->isChecked() ? m_endless : m_notKnown)->setFocus();
    }
}

void RetentionDialog::updateTime()
{
    m_count->setEnabled(m_kept->isChecked());
    m_unit->setEnabled(m_kept->isChecked());
}

Retention RetentionDialog::retention() const
{
    if (m_endless->isChecked())
        return {Retention::Kind::Endless, 0h};
    if (m_notKnown->isChecked())
        return {};
    const int hours = m_count->value() * (m_unit->currentData().toInt() == Days ? 24 : 1);
    return {Retention::Kind::Kept, std::chrono::hours(hours)};
}

} // namespace Sluice
