// SPDX-License-Identifier: Apache-2.0
#include "ui/references/repointchoice.h"

#include "models/definition/secret/secretnames.h"
#include "models/references/referencemonitor.h"
#include "models/references/referencesuggestions.h"
#include "models/references/repoint/repointmodel.h"
#include "ui/form/secret/secretedit.h"
#include "ui/references/repointtable.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/marklabel.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int captionWidth = 48;
constexpr int choicePadding = 10; // as in the frame of the other reference

QList<SecretReference> sorted(const QSet<SecretReference> &references)
{
    QList<SecretReference> list(references.begin(), references.end());
    std::sort(list.begin(), list.end());
    return list;
}

// The one that all of them have, else empty.
QString providerOf(const QSet<SecretReference> &references)
{
    const QString first = references.constBegin()->provider;
    const bool isOfAll =
        std::all_of(references.begin(), references.end(),
                    [&first](const SecretReference &each) { return each.provider == first; });
    return isOfAll ? first : QString();
}

} // namespace

RepointChoice::RepointChoice(RepointModel *model, const ReferenceSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_monitor(sources.monitor)
    , m_to(new SecretEdit(u"repointTo"_s, this))
    , m_warning(new NoteLine(Family::Warning, this))
    , m_users(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_counts(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_warning->setObjectName(u"repointWarning"_s);
    m_counts->setObjectName(u"repointCounts"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(makeReferences());
    layout->addSpacing(Size::Gap);
    layout->addLayout(makeTableHead());
    auto *table =
        new RepointTable(model, RepointTable::Shows::Notes, tr("Pipelines to change"), this);
    table->setObjectName(u"repointTable"_s);
    layout->addWidget(table, 1);
    layout->addLayout(makeAdvice());
    const Repointing &repointing = model->repointing();
    m_to->setLabel(tr("To"));
    m_to->setSources(sources);
    m_to->setMnemonics();
    if (repointing.isOfMany()) {
        m_to->setMeantProvider(providerOf(repointing.from));
        m_to->setEmptyText(tr("Empty parts keep what each pipeline has now."));
        showPlaceholders();
    } else if (!repointing.from.isEmpty()) {
        m_to->setValue(repointing.from.constBegin()->writtenInto({}));
    }
    connect(m_to, &SecretEdit::edited, this, &RepointChoice::applyTarget);
    connect(model, &RepointModel::tickedChanged, this, [this] {
        showCounts();
        Q_EMIT changed();
    });
    applyTarget();
}

QLayout *RepointChoice::makeReferences()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Size::Gap);
    grid->setVerticalSpacing(Size::Gap);
    grid->setColumnMinimumWidth(0, captionWidth);
    grid->setColumnStretch(1, 100); // up to the parts' greatest width; what is left goes beside it
    grid->setColumnStretch(2, 1);
    auto *to = new TextLabel(tr("To"), TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    to->setBuddy(m_to);
    to->setContentsMargins(0, choicePadding, 0, 0);
    grid->addWidget(
        new TextLabel(tr("From"), TextLabel::Role::Body, TextLabel::Ink::Secondary, this), 0, 0);
    grid->addWidget(makeFrom(), 0, 1);
    grid->addWidget(to, 1, 0, Qt::AlignTop);
    grid->addWidget(m_to, 1, 1);
    grid->addWidget(m_warning, 2, 1);
    return grid;
}

QWidget *RepointChoice::makeFrom()
{
    auto *frame = new Panel(Panel::Ground::Tinted, this);
    frame->setMaximumWidth(m_to->maximumWidth());
    auto *mark = new MarkLabel(frame);
    mark->setIcon(u"key-round"_s);
    const bool isOfMany = m_model->repointing().isOfMany();
    auto *chips = new TextLabel({}, isOfMany ? TextLabel::Role::Body : TextLabel::Role::Fixed,
                                TextLabel::Ink::Text, frame);
    chips->setObjectName(u"repointFrom"_s);
    chips->setElideMode(Qt::ElideMiddle);
    chips->setText(fromText());
    chips->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isOfMany) {
        QStringList lines;
        const QList<SecretReference> all = sorted(m_model->repointing().from);
        for (const SecretReference &each : all)
            lines.append(each.text());
        chips->setToolTip(lines.join(u'\n'));
    }
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(choicePadding, Size::Gap, choicePadding, Size::Gap);
    layout->setSpacing(Size::Gap);
    layout->addWidget(mark);
    layout->addWidget(chips, 1);
    layout->addWidget(m_users);
    return frame;
}

QString RepointChoice::fromText() const
{
    const QSet<SecretReference> &from = m_model->repointing().from;
    if (from.isEmpty())
        return {};
    const SecretReference first = *from.constBegin();
    if (from.size() == 1)
        return first.text();
    const bool isOfOneVault =
        std::all_of(from.begin(), from.end(), [&first](const SecretReference &each) {
            return each.vault() == first.vault();
        });
    if (!isOfOneVault)
        return tr("%Ln reference(s)", nullptr, int(from.size()));
    return first.location.isEmpty()
               ? tr("%Ln reference(s) of %1", nullptr, int(from.size())).arg(first.providerName())
               : tr("%Ln reference(s) of %1 in %2", "vault, provider", int(from.size()))
                     .arg(first.location, first.providerName());
}

QLayout *RepointChoice::makeTableHead()
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Size::Gap);
    layout->addWidget(new TextLabel(tr("Pipelines to change"), TextLabel::Role::Section,
                                    TextLabel::Ink::Text, this));
    layout->addWidget(m_counts);
    layout->addStretch(1);
    const auto addButton = [this, layout](const QString &text, const QString &name, bool ticks) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, m_model, [this, ticks] { m_model->tickAll(ticks); });
    };
    addButton(tr("Select &all"), u"repointSelectAll"_s, true);
    addButton(tr("Select &none"), u"repointSelectNone"_s, false);
    return layout;
}

QLayout *RepointChoice::makeAdvice()
{
    auto *mark = new MarkLabel(this);
    mark->setIcon(u"info"_s);
    auto *text =
        new TextLabel(tr("Make sure the new secret exists in the vault and the runners may "
                         "read it. Sluice cannot check this."),
                      TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    text->setWordWrap(true);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Size::IconText);
    layout->addWidget(mark);
    layout->addWidget(text, 1);
    return layout;
}

void RepointChoice::applyTarget()
{
    m_model->setTarget(SecretReference::read(m_to->value()));
    if (m_model->repointing().isOfMany())
        showPlaceholders();
    showWarnings();
    showCounts();
}

void RepointChoice::showWarnings()
{
    const Repointing &repointing = m_model->repointing();
    QStringList words;
    if (repointing.obstacle().isEmpty())
        words = repointing.warnings(m_monitor->index());
    words.removeAll(SecretNames::warning(repointing.to)); // the parts show it themselves
    m_warning->setText(words.join(u' '));
}

// Says what an empty part means for several references.
void RepointChoice::showPlaceholders()
{
    const Repointing &repointing = m_model->repointing();
    const bool leavesProvider = !repointing.to.provider.isEmpty() &&
                                std::none_of(repointing.from.begin(), repointing.from.end(),
                                             [&repointing](const SecretReference &each) {
                                                 return each.provider == repointing.to.provider;
                                             });
    m_to->setPlaceholder(SecretEdit::Provider, tr("Unchanged"));
    m_to->setPlaceholder(SecretEdit::Location, leavesProvider ? tr("none") : tr("unchanged"));
    m_to->setPlaceholder(SecretEdit::Name, tr("unchanged"));
    m_to->setPlaceholder(SecretEdit::Key, tr("unchanged"));
}

void RepointChoice::showCounts()
{
    const int all = m_model->rowCount();
    m_users->setText(tr("used by %Ln pipeline(s)", nullptr, all));
    m_counts->setText(tr("%L1 of %L2 selected").arg(m_model->tickedCount()).arg(all));
}

QString RepointChoice::obstacle() const
{
    if (m_model->rowCount() == 0)
        return m_model->repointing().isOfMany() ? tr("No pipeline uses them any more.")
                                                : tr("No pipeline uses it any more.");
    if (QString why = m_model->repointing().obstacle(); !why.isEmpty())
        return why;
    return m_model->tickedCount() == 0 ? tr("Select the pipelines to change.") : QString();
}

void RepointChoice::focusFirst()
{
    m_to->setFocus();
}

} // namespace Sluice
